import { Question, type QuestionOf, type QuestionType } from '@/lib/quizzes/question';

/** Stands in every field that a key could be read from; no view may hold it. */
export const marker = 'KEY7f3a';

const head = {
  objective: 'SAA-C03/2.2',
  claims: [7_331_007],
  sources: [`https://docs.aws.amazon.com/${marker}`],
  explain: `${marker} explains`,
};
const why = `${marker} why`;
const thing = (id: string) => ({ id, text: `text of ${id}` });

/** Lines that make a server and a loose interface beside it. */
export const server = `
SUBNET=$(aws ec2 describe-subnets --filters Name=availability-zone,Values=us-east-1a --query 'Subnets[0].SubnetId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET \\
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --query NetworkInterface.NetworkInterfaceId --output text)
`;

const all = [
  {
    ...head,
    id: 'one',
    type: 'single',
    stem: 'Which?',
    choices: [
      { ...thing('wrong-1'), why },
      { ...thing('right'), why, correct: true },
      { ...thing('wrong-2'), why },
    ],
  },
  {
    ...head,
    id: 'some',
    type: 'multiple',
    stem: 'Which of them?',
    points: 2,
    choices: [
      { ...thing('right-1'), why, correct: true },
      { ...thing('wrong-1'), why },
      { ...thing('right-2'), why, correct: true },
      { ...thing('wrong-2'), why },
    ],
  },
  {
    ...head,
    id: 'order',
    type: 'ordering',
    stem: 'In which order?',
    items: ['first', 'second', 'third', 'last'].map((id) => ({ ...thing(id), why })),
  },
  {
    ...head,
    id: 'match',
    type: 'matching',
    stem: 'Which belongs to which?',
    prompts: [
      { ...thing('p1'), option: 'a', why },
      { ...thing('p2'), option: 'b', why },
      { ...thing('p3'), option: 'b', why },
    ],
    options: ['a', 'b', 'c'].map(thing),
  },
  { ...head, id: 'number', type: 'numeric', stem: 'How many?', answer: 7_331_251, tolerance: 0.733, unit: 'addresses' },
  {
    ...head,
    id: 'lines',
    type: 'cli',
    stem: 'Attach `$ENI` to `$WEB_1` at device index 1, and keep it.',
    start: `${server}# ${marker}`,
    given: [
      { name: 'WEB_1', what: 'the instance' },
      { name: 'ENI', what: 'the interface' },
    ],
    checks: [
      { say: `${marker} is attached`, check: { interface: { attachedTo: 'web-1', deviceIndex: 1 } } },
      { say: `${marker} still has its address`, check: { none: { elasticIp: {} } } },
    ],
    solution: `aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1 # ${marker}`,
  },
  {
    ...head,
    id: 'essay',
    type: 'free',
    stem: 'Tell us.',
    rubric: [
      {
        id: 'reason',
        title: `${marker} title`,
        levels: [
          { points: 0, say: `${marker} nothing` },
          { points: 4, say: `${marker} all` },
        ],
      },
    ],
    sample: `${marker} sample`,
  },
].map((question) => Question.parse(question));

/** A question of each type. */
export const questions: readonly Question[] = all;

export function questionOf<T extends QuestionType>(type: T): QuestionOf<T> {
  const question = all.find((candidate): candidate is QuestionOf<T> => candidate.type === type);
  if (!question) throw new Error(`no question of type ${type}`);
  return question;
}
