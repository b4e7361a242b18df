/**
 * The idea of the whole in one picture: port 0's plug is soldered in; another plug has been pulled out of web-1 (its old
 * cable hangs loose) and sits in web-2, with the address and MAC it had.
 */
export function PatchBayDrawing() {
  return (
    <figure className="flex flex-col gap-3">
      <svg viewBox="0 0 360 326" role="img" aria-labelledby="patch-bay-words" className="w-full max-w-md font-sans">
        <title id="patch-bay-words">
          Two instances with three ports each. A plug is soldered into port 0 of both. Another plug has moved from port
          1 of web-1 to port 1 of web-2, with its address 10.0.1.50 and its MAC.
        </title>
        <g fill="none" strokeLinecap="round" strokeWidth="3">
          <path d="M33 106C33 145 54 142 54 178M217 106C217 145 196 142 196 178" className="stroke-ink" />
          <path
            d="M73 106C73 160 122 168 125 204S128 236 136 252"
            className="stroke-line-strong"
            strokeDasharray="2 7"
          />
          <path d="M257 106C257 160 264 190 264 252" className="stroke-cable" />
        </g>
        <Instance x={4} name="web-1" />
        <Instance x={188} name="web-2" taken />
        <Soldered x={4} address="10.0.1.10" />
        <Soldered x={146} address="10.0.1.11" />
        <g>
          <rect x="112" y="252" width="176" height="70" rx="4" className="fill-panel stroke-cable" strokeWidth="2" />
          <text x="126" y="273" fontSize="13" className="fill-cable">
            <tspan fontWeight="600">port 1</tspan> moved
          </text>
          <text x="126" y="292" fontSize="12" className="fill-ink font-mono">
            10.0.1.50
          </text>
          <text x="126" y="309" fontSize="12" className="fill-dim font-mono">
            0e:29:d0:61:be:7c
          </text>
        </g>
      </svg>
      <figcaption className="max-w-md text-sm text-dim">
        Instances have ports; interfaces are plugs. The one in port 0 is soldered in. Any other can be pulled and
        plugged into another instance, and takes its private address and MAC along.
      </figcaption>
    </figure>
  );
}

function Instance({ x, name, taken = false }: { x: number; name: string; taken?: boolean }) {
  return (
    <g transform={`translate(${x} 4)`}>
      <rect width="168" height="114" rx="4" className="fill-none stroke-ink" strokeWidth="1.5" />
      <text x="14" y="25" fontSize="15" fontWeight="600" className="fill-ink">
        {name}
      </text>
      <text x="14" y="43" fontSize="12" className="fill-dim font-mono">
        t3.small
      </text>
      {[0, 1, 2].map((port) => (
        <g key={port} transform={`translate(${14 + port * 40} 0)`}>
          <text x="15" y="65" fontSize="12" textAnchor="middle" className="fill-dim">
            {port}
          </text>
          <Port state={port === 0 ? 'soldered' : port === 1 && taken ? 'plugged' : 'free'} />
        </g>
      ))}
    </g>
  );
}

const ports = {
  soldered: { box: 'fill-ink stroke-ink', hole: 'fill-paper' },
  plugged: { box: 'fill-cable stroke-cable', hole: 'fill-paper' },
  free: { box: 'fill-panel stroke-line-strong', hole: 'fill-none stroke-line-strong' },
};

function Port({ state }: { state: keyof typeof ports }) {
  return (
    <>
      <rect x="0.75" y="72.75" width="28.5" height="28.5" rx="2" className={ports[state].box} strokeWidth="1.5" />
      <circle cx="15" cy="87" r="5.5" className={ports[state].hole} strokeWidth="1.5" />
    </>
  );
}

function Soldered({ x, address }: { x: number; address: string }) {
  return (
    <g transform={`translate(${x} 178)`}>
      <rect width="100" height="48" rx="4" className="fill-panel stroke-ink" strokeWidth="1.5" />
      <text x="9" y="20" fontSize="12" className="fill-ink">
        <tspan fontWeight="600">port 0</tspan>
        <tspan className="fill-dim"> soldered</tspan>
      </text>
      <text x="9" y="37" fontSize="12" className="fill-ink font-mono">
        {address}
      </text>
    </g>
  );
}
