// Next looks for this file upwards as far as our own; this empty one stops it here.
export function register(): void {}
