import { test } from 'vitest';
import { attach, create, detach, judgeRow, pull, type Row, stop } from '../build/check-row';

const both = {
  refused: {
    operation: 'DetachNetworkInterface',
    code: 'OperationNotPermitted',
    when: [
      { instance: 'web-1', state: 'running' },
      { instance: 'web-1', state: 'stopped' },
    ],
  },
};
const moved = { moved: { from: 'web-1', to: 'web-2' } };
const primaryMoved = { moved: { from: 'web-1', to: 'web-3', deviceIndex: 0 } };
const keep = [
  "ENI=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)",
  'aws ec2 modify-network-interface-attribute --network-interface-id $ENI --attachment AttachmentId=$ETH0,DeleteOnTermination=false',
];
const end = [
  'aws ec2 terminate-instances --instance-ids $WEB_1; aws ec2 wait instance-terminated --instance-ids $WEB_1',
];
const launchWith =
  'aws ec2 run-instances --image-id $(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query "Images[0].ImageId" --output text) --instance-type t3.small --network-interfaces DeviceIndex=0,NetworkInterfaceId=$ENI --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=web-3}]"';
const copy =
  'ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.10 --query NetworkInterface.NetworkInterfaceId --output text); sleep 5';
const rows: Row[] = [
  ['no refusal yet', [], both, false, 'Running: not tried yet.\nStopped: not tried yet.\nweb-1 is running.'],
  [
    'refused while running',
    [pull],
    both,
    false,
    'Running: refused, OperationNotPermitted.\nStopped: not tried yet.\nweb-1 is running.',
  ],
  [
    'refused while stopped',
    [stop, pull],
    both,
    false,
    'Running: not tried yet.\nStopped: refused, OperationNotPermitted.\nweb-1 is stopped.',
  ],
  [
    'refused in both states',
    [pull, stop, pull],
    both,
    true,
    'Running: refused, OperationNotPermitted.\nStopped: refused, OperationNotPermitted.',
  ],
  ['refused by force', [`${pull} --force`, stop, `${pull} --force`], both, true, /^Running: refused/],
  [
    'refused while stopping is neither',
    [pull, 'aws ec2 stop-instances --instance-ids $WEB_1', pull],
    both,
    false,
    'Running: refused, OperationNotPermitted.\nStopped: not tried yet.\nweb-1 is stopping.',
  ],
  [
    'refused for another instance',
    [
      pull.replace(
        '$ETH0',
        "$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_2 --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)",
      ),
    ],
    both,
    false,
    /^Running: not tried yet\./,
  ],
  [
    'refused with another code',
    [
      pull.replace(
        '$ETH0',
        "$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)",
      ),
    ],
    both,
    false,
    /^Running: refused, but with InvalidNetworkInterfaceAttachmentId\.Malformed\./,
  ],
  ['a dry run is another code', [`${pull} --dry-run`], both, false, /^Running: refused, but with DryRunOperation\./],
  [
    'refused, whenever',
    ['! aws ec2 delete-subnet --subnet-id $SUBNET'],
    { refused: { operation: 'DeleteSubnet', code: 'DependencyViolation' } },
    true,
    'Refused, DependencyViolation.',
  ],
  [
    'not refused yet',
    [],
    { refused: { operation: 'DeleteSubnet', code: 'DependencyViolation' } },
    false,
    'Not tried yet.',
  ],
  [
    'an instance that is gone',
    ['aws ec2 terminate-instances --instance-ids $WEB_1'],
    both,
    false,
    /There is no instance named web-1 any more\.$/,
  ],
  [
    'nothing was attached',
    [],
    { attached: { instance: 'web-1' } },
    false,
    'Nothing but its primary interface has been attached to web-1 yet.',
  ],
  [
    'attached',
    [create, attach('WEB_1', 1)],
    { attached: { instance: 'web-1', deviceIndex: 1, subnet: 'subnet-a' } },
    true,
    'card was attached to web-1, had device index 1 and is in subnet-a.',
  ],
  [
    'attached, and gone since',
    [create, attach('WEB_1', 1), detach, 'aws ec2 delete-network-interface --network-interface-id $ENI'],
    { attached: { instance: 'web-1', deviceIndex: 1 } },
    true,
    /^eni-\w+ was attached to web-1 and had device index 1\.$/,
  ],
  [
    'attached elsewhere',
    [create, attach('WEB_2', 1)],
    { attached: { instance: 'web-1', deviceIndex: 1 } },
    false,
    'card was attached to web-2.',
  ],
  [
    'attached and detached on one line',
    [`${create}; ${attach('WEB_1', 1)}; ${detach}`],
    { attached: { instance: 'web-1', deviceIndex: 1 } },
    true,
    'card was attached to web-1 and had device index 1.',
  ],
  [
    'a new name for the instance is no new attachment',
    [
      create,
      attach('WEB_1', 1),
      'aws ec2 create-tags --resources $WEB_1 --tags Key=Name,Value=web-3',
      'aws ec2 modify-network-interface-attribute --network-interface-id $ENI --description Value=card',
    ],
    { attached: { instance: 'web-3' } },
    false,
    'card was attached to web-1.',
  ],
  [
    'attached at launch',
    [
      'aws ec2 run-instances --image-id $(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query "Images[0].ImageId" --output text) --instance-type t3.small --network-interfaces DeviceIndex=0,SubnetId=$SUBNET DeviceIndex=1,SubnetId=$SUBNET --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=web-3}]"',
    ],
    { attached: { instance: 'web-3', deviceIndex: 1 } },
    true,
    /had device index 1/,
  ],
  [
    'nothing moved',
    [],
    moved,
    false,
    'Nothing but its primary interface is on web-2. Nothing but its primary interface has been on web-1 yet.',
  ],
  [
    'moved',
    [create, attach('WEB_1', 1), detach, attach('WEB_2', 1)],
    moved,
    true,
    /^card with 10\.0\.1\.50 and [\da-f:]{17} is on web-2, as it was on web-1\.$/,
  ],
  ['moved to another index', [create, attach('WEB_1', 2), detach, attach('WEB_2', 1)], moved, true, /^card/],
  [
    'a primary interface does not count',
    [
      'aws ec2 run-instances --image-id $(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query "Images[0].ImageId" --output text) --instance-type t3.small --subnet-id $SUBNET --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=web-1}]"',
    ],
    moved,
    false,
    'Nothing but its primary interface is on web-2. Nothing but its primary interface has been on web-1 yet.',
  ],
  [
    'still on the first',
    [create, attach('WEB_1', 1)],
    moved,
    false,
    /^Nothing but its primary interface is on web-2\. eni-\w+ was on web-1 with 10\.0\.1\.50 and [\da-f:]{17}\.$/,
  ],
  [
    'only on the second',
    [create, attach('WEB_2', 1)],
    moved,
    false,
    /^card with 10\.0\.1\.50 and \S+ is on web-2\. Nothing but its primary interface has been on web-1 yet\.$/,
  ],
  [
    'a copy with the same address',
    [
      create,
      attach('WEB_1', 1),
      detach,
      'aws ec2 delete-network-interface --network-interface-id $ENI',
      create,
      attach('WEB_2', 1),
    ],
    moved,
    false,
    /The address is the same, the MAC is another\.$/,
  ],
  [
    'no primary interface moved',
    [],
    primaryMoved,
    false,
    'There is no instance named web-3. No primary interface has been set to outlive web-1 yet.',
  ],
  [
    'a primary interface kept, and nothing more',
    [...keep, ...end],
    primaryMoved,
    false,
    /^There is no instance named web-3\. eni-\w+ was on web-1 with 10\.0\.1\.10 and [\da-f:]{17}\.$/,
  ],
  [
    'a primary interface that is the next one’s too',
    [...keep, ...end, launchWith],
    primaryMoved,
    true,
    /^eni-\w+ with 10\.0\.1\.10 and [\da-f:]{17} is on web-3, as it was on web-1\.$/,
  ],
  [
    'a primary interface that came back as a second one',
    [...keep, ...end, attach('WEB_2', 1)],
    { moved: { from: 'web-1', to: 'web-2', deviceIndex: 0 } },
    false,
    /The address is another, the MAC is another\.$/,
  ],
  [
    'a kept primary interface is no second one',
    [...keep, ...end, attach('WEB_2', 1)],
    moved,
    false,
    /^eni-\w+ with 10\.0\.1\.10 and \S+ is on web-2\. Nothing but its primary interface has been on web-1 yet\.$/,
  ],
  [
    'a copy of a primary interface',
    [...keep, ...end, 'aws ec2 delete-network-interface --network-interface-id $ENI', copy, launchWith],
    primaryMoved,
    false,
    /The address is the same, the MAC is another\.$/,
  ],
  [
    'a primary interface that was not set to be kept is gone',
    [...end, copy, launchWith],
    primaryMoved,
    false,
    /^eni-\w+ with 10\.0\.1\.10 and \S+ is on web-3\. No primary interface has been set to outlive web-1 yet\.$/,
  ],
];

test.each(rows)('%s', (...row) => judgeRow(row));
