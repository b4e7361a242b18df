import { expect, test } from 'vitest';
import { queryErrors } from '@/lib/ec2-query/errors';
import { writeAnswer, writeRefusal } from '@/lib/ec2-query/write-answer';
import { NotModelled } from '@/lib/engine/aws-error';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const answer = (operation: string, output: object) =>
  writeAnswer(operation, output, 'id').replace(
    `${head}<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>id</requestId>`,
    '',
  );

test('members have the names of the protocol, lists have items, and what is undefined is left out', () => {
  const output = {
    Vpcs: [{ CidrBlock: '10.0.0.0/16', IsDefault: false, Tags: [{ Key: 'Name', Value: '' }], OwnerId: undefined }],
    NextToken: 'x',
  };
  expect(answer('DescribeVpcs', output)).toBe(
    '<vpcSet><item><cidrBlock>10.0.0.0/16</cidrBlock><isDefault>false</isDefault><tagSet><item><key>Name</key><value></value></item></tagSet></item></vpcSet><nextToken>x</nextToken></DescribeVpcsResponse>',
  );
  expect(answer('DescribeVpcs', { Vpcs: [] })).toBe('<vpcSet></vpcSet></DescribeVpcsResponse>');
});

test('an operation without an answer says that it went well', () => {
  expect(answer('DeleteVpc', {})).toBe('<return>true</return></DeleteVpcResponse>');
});

test('every text is well-formed XML', () => {
  const value = 'a ]]> & <b c="d\'"> \t\n\r é 😀 \u0085 \u0001 \u0000 \ud800 \uffff';
  expect(answer('DescribeTags', { Tags: [{ Value: value }] })).toBe(
    '<tagSet><item><value>a ]]&gt; &amp; &lt;b c="d\'"&gt; \t\n&#xD; é 😀 \u0085 \ufffd \ufffd \ufffd \ufffd</value></item></tagSet></DescribeTagsResponse>',
  );
});

test('a refusal is EC2’s, ours too', () => {
  expect(writeRefusal(queryErrors.unknownParameter('<a&b>'), 'id')).toBe(
    `${head}<Response><Errors><Error><Code>UnknownParameter</Code><Message>The parameter &lt;a&amp;b&gt; is not recognized</Message></Error></Errors><RequestID>id</RequestID></Response>`,
  );
  expect(writeRefusal(new NotModelled('the operation CreateFleet'), 'id')).toContain(
    '<Code>NotModelled</Code><Message>This simulator does not model the operation CreateFleet.</Message>',
  );
});
