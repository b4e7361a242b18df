'use client';

import { flowLogRecords } from '@/lib/engine/flow-log/records';
import type { Trace } from '@/lib/engine/reachability/hop';
import type { World } from '@/lib/engine/world';

/** What the account's flow logs would hold of the flow, each in its own format; how to have one where there is none. */
export function FlowRecords({ world, trace }: { world: World; trace: Trace }) {
  const logs = world.flowLogs.list();
  const kept = logs
    .map((flowLog) => ({ flowLog, records: flowLogRecords(world, trace, { flowLog }) }))
    .filter(({ records }) => records.length > 0);
  return (
    <section className="flex flex-col gap-2" aria-labelledby="flow-records">
      <h3 id="flow-records" className="border-b border-line pb-2 text-sm text-dim">
        Flow-log records
      </h3>
      {logs.length === 0 && (
        <p className="text-sm text-dim">
          Nothing is logged: the account has no flow log. <code>aws ec2 create-flow-logs</code> makes one for a VPC, a
          subnet or an interface.
        </p>
      )}
      {logs.length > 0 && kept.length === 0 && (
        <p className="text-sm text-dim">No flow log of the account covers this flow.</p>
      )}
      {kept.map(({ flowLog, records }) => (
        <figure key={flowLog.FlowLogId}>
          <figcaption className="text-sm">
            <code>{flowLog.FlowLogId}</code> of <code>{flowLog.ResourceId}</code>
          </figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <pre className="overflow-x-auto py-1 font-mono text-xs" tabIndex={0}>
            {[flowLog.LogFormat.replaceAll(/[${}]/g, ''), ...records].join('\n')}
          </pre>
        </figure>
      ))}
    </section>
  );
}
