import 'server-only';
import { loadExperiments } from '@/lib/content/experiments';
import type { ExperimentAccount, ExperimentFile, ExperimentView } from '@/lib/lessons/experiment';
import { scenarioJob } from '@/lib/quizzes/cli-answer';
import type { StartJob } from '@/lib/runner/job';
import { startInPool } from '@/lib/runner/pool';

/** No experiment shows the default VPC, and its rows would be sent with every page. */
const withoutDefaultVpc = `
  for SUBNET in $(aws ec2 describe-subnets --query 'Subnets[].SubnetId' --output text); do aws ec2 delete-subnet --subnet-id $SUBNET; done
  GATEWAY=$(aws ec2 describe-internet-gateways --query 'InternetGateways[0].InternetGatewayId' --output text)
  VPC=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
  aws ec2 detach-internet-gateway --internet-gateway-id $GATEWAY --vpc-id $VPC
  aws ec2 delete-internet-gateway --internet-gateway-id $GATEWAY
  aws ec2 delete-vpc --vpc-id $VPC
  unset SUBNET GATEWAY VPC
`;

export interface StartedExperiment {
  readonly view: ExperimentView;
  readonly account: ExperimentAccount;
}

const started = new Map<string, Promise<StartedExperiment>>();

/** The ids of all experiments. */
export const listExperiments = async (): Promise<string[]> => [...(await loadExperiments()).keys()];

/**
 * An experiment with its account started, ready for a browser; always the same ids and times, so it is started once.
 * Throws when there is none of that id, when a line of its start fails, or when it tells of a variable that its start
 * does not set.
 */
export function startExperiment(id: string): Promise<StartedExperiment> {
  const known = process.env.NODE_ENV === 'production' ? started.get(id) : undefined;
  const experiment = known ?? start(id);
  started.set(id, experiment);
  return experiment;
}

/** How an experiment's account is started: as a lab's is, in the same surroundings. A job for a worker. */
export function experimentJob(
  id: string,
  { start, serviceInterfaces, surroundings }: Pick<ExperimentFile, 'start' | 'serviceInterfaces' | 'surroundings'>,
): StartJob {
  const { lab, ...job } = scenarioJob({ id, start: `${withoutDefaultVpc}${start}` });
  return { ...job, lab: { ...lab, serviceInterfaces, surroundings } };
}

async function start(id: string): Promise<StartedExperiment> {
  const file = (await loadExperiments()).get(id);
  if (!file) throw new Error(`There is no experiment ${id} in content/experiments.`);
  // In a thread: bash guards globals of its process while it runs, and Next needs them.
  const { title, say, predict, steps } = file;
  const { world, shell } = await startInPool(experimentJob(id, file));
  const given = file.given.map(({ name, what }) => {
    const value = shell.env[name];
    if (value === undefined) throw new Error(`experiments/${id}.yaml: its start does not set ${name}.`);
    return { name, value, what };
  });
  const { ask, right, because } = predict;
  const options = predict.options.map(({ text }) => text);
  const shown = steps.map(({ note, shows }) => ({ note, shows }));
  return {
    view: { id, title, say, given, predict: { ask, options, right, because }, steps },
    account: { right, because, steps: shown, world, variables: shell.env },
  };
}
