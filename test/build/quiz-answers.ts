import type { Answer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';

/** An answer that the question takes, right or not. The `n`th differs from others where the type leaves room, so that nothing is remembered. */
export function someAnswer(question: QuestionView, n = 0): Answer {
  const pick = <T>(list: readonly T[], at: number): T => {
    const item = list[at % list.length];
    if (item === undefined) throw new Error(`${question.id} offers nothing`);
    return item;
  };
  switch (question.type) {
    case 'single':
      return pick(question.choices, n).id;
    case 'multiple':
      return [pick(question.choices, n).id, pick(question.choices, n + 1).id];
    case 'ordering':
      return question.items.map((_, index) => pick(question.items, index + n).id);
    case 'matching':
      return Object.fromEntries(question.prompts.map(({ id }, index) => [id, pick(question.options, index + n).id]));
    case 'numeric':
      return String(n);
    case 'cli':
      return `ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET_MGMT --description 'door ${n}' --query NetworkInterface.NetworkInterfaceId --output text)\naws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1`;
    case 'free':
      return `Answer ${n}: a secondary interface carries address and MAC to the standby.`;
  }
}
