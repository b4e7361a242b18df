import actions from './data/actions.json';

const names = new Set<string>(actions);

/** Whether AWS's EC2 has an action of this name, modelled here or not. Source: EC2 API model 2016-11-15. */
export const isAwsAction = (name: string): boolean => names.has(name);
