'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { Ec2Credentials } from '@/lib/labs/views';
import { api } from './api';
import { Refused } from './refused';
import { useAsking } from './use-asking';

/** The attempt from outside: what the AWS CLI and the SDKs need to call it, ready to paste, and its revocation. */
export function OwnTools({ attemptId }: { attemptId: string }) {
  const [credentials, setCredentials] = useState<Ec2Credentials>();
  const [revoked, setRevoked] = useState(false);
  const { busy, failed, ask } = useAsking();
  const path = `/lab-attempts/${attemptId}/credentials`;
  const fetchThem = useCallback(
    () =>
      ask(async () => {
        setRevoked(false);
        setCredentials(await api<Ec2Credentials>('POST', path));
      }),
    [ask, path],
  );
  // Asked for anew each time this is opened: another page may have revoked those that were known.
  useEffect(() => void fetchThem(), [fetchThem]);
  const revoke = () =>
    ask(async () => {
      await api('DELETE', path);
      setCredentials(undefined);
      setRevoked(true);
    });
  return (
    <>
      <div aria-live="polite" className="flex flex-col gap-4 empty:hidden">
        {busy && !credentials && <p className="text-dim">Asking for credentials …</p>}
        {revoked && (
          <Notice kind="holds" live="polite" title="Revoked">
            Nothing signed with them is taken any more.{' '}
            <Button size="sm" onClick={() => void fetchThem()}>
              Make new ones
            </Button>
          </Notice>
        )}
      </div>
      <Refused message={failed}>
        <Button size="sm" onClick={() => void (credentials ? revoke() : fetchThem())}>
          Try again
        </Button>
      </Refused>
      {credentials && <Recipes credentials={credentials} />}
      {credentials && (
        <Button className="self-start" busy={busy} onClick={() => void revoke()}>
          {busy ? 'Revoking' : 'Revoke these credentials'}
        </Button>
      )}
    </>
  );
}

function Recipes({ credentials }: { credentials: Ec2Credentials }) {
  return (
    <Tabs defaultValue="AWS CLI" className="flex flex-col gap-3">
      <TabList label="Tool">
        {recipes.map(({ tool }) => (
          <Tab key={tool} value={tool}>
            {tool}
          </Tab>
        ))}
      </TabList>
      {recipes.map(({ tool, before, write }) => (
        <TabPanel key={tool} value={tool} className="flex flex-col items-start gap-3">
          <p>{before}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse */}
          <pre tabIndex={0} className="max-h-64 w-full overflow-auto rounded bg-terminal p-3 text-sm text-terminal-ink">
            {write(credentials)}
          </pre>
          <CopyButton text={write(credentials)} label="Copy" />
        </TabPanel>
      ))}
      <p className="text-sm text-dim">
        They open this one attempt and nothing else, and no real AWS account. Keep them to yourself: who has them can
        work in it as you.
      </p>
    </Tabs>
  );
}

const recipes: readonly { tool: string; before: string; write: (credentials: Ec2Credentials) => string }[] = [
  {
    tool: 'AWS CLI',
    before: 'Paste these lines into a shell. They hold for that shell only.',
    write: ({ endpointUrl, region, accessKeyId, secretAccessKey }) =>
      `export AWS_ACCESS_KEY_ID=${accessKeyId}
export AWS_SECRET_ACCESS_KEY=${secretAccessKey}
export AWS_REGION=${region}
export AWS_DEFAULT_REGION=${region}
unset AWS_SESSION_TOKEN AWS_PROFILE
aws --endpoint-url ${endpointUrl} ec2 describe-network-interfaces`,
  },
  {
    tool: 'boto3',
    before: 'A client for Python. Everything else is as with AWS.',
    write: ({ endpointUrl, region, accessKeyId, secretAccessKey }) =>
      `import boto3

ec2 = boto3.client(
    "ec2",
    endpoint_url="${endpointUrl}",
    region_name="${region}",
    aws_access_key_id="${accessKeyId}",
    aws_secret_access_key="${secretAccessKey}",
)
print(ec2.describe_network_interfaces()["NetworkInterfaces"])`,
  },
  {
    tool: 'JavaScript SDK',
    before: 'A client for Node.js, from the package @aws-sdk/client-ec2.',
    write: ({ endpointUrl, region, accessKeyId, secretAccessKey }) =>
      `import { DescribeNetworkInterfacesCommand, EC2Client } from '@aws-sdk/client-ec2';

const ec2 = new EC2Client({
  endpoint: '${endpointUrl}',
  region: '${region}',
  credentials: {
    accessKeyId: '${accessKeyId}',
    secretAccessKey: '${secretAccessKey}',
  },
});
console.log((await ec2.send(new DescribeNetworkInterfacesCommand({}))).NetworkInterfaces);`,
  },
];
