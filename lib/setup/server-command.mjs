/**
 * The arguments that Node starts the built server with. Its requests leave much that is short-lived: in a young generation
 * of the usual 16 MB some of it is moved to the old one before it dies, which costs a busy server a twentieth of its rate.
 * Threads have a young generation of their own, which this does not touch.
 * @param {{ host: string, port: string | number }} address
 * @returns {string[]}
 */
export const serverArguments = ({ host, port }) => [
  '--max-semi-space-size=64',
  'lib/setup/serve.mjs',
  host,
  String(port),
];
