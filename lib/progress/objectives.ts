/**
 * Task statements of the exam guides, in our own short words: SAA-C03 (guide 1.x) and ANS-C01 (guide 2.0).
 * Source: the guides under https://docs.aws.amazon.com/aws-certification/latest/ (solutions-architect-associate-03, advanced-networking-specialty-01)
 */
const titles: Readonly<Record<string, string>> = {
  'SAA-C03/1.1': 'Secure access to AWS resources',
  'SAA-C03/1.2': 'Secure workloads and applications',
  'SAA-C03/1.3': 'Data security controls',
  'SAA-C03/2.1': 'Scalable, loosely coupled architectures',
  'SAA-C03/2.2': 'Highly available, fault-tolerant architectures',
  'SAA-C03/3.1': 'Storage that performs',
  'SAA-C03/3.2': 'Elastic compute',
  'SAA-C03/3.3': 'Databases that perform',
  'SAA-C03/3.4': 'Networks that perform and scale',
  'SAA-C03/3.5': 'Taking in and transforming data',
  'SAA-C03/4.1': 'Cost of storage',
  'SAA-C03/4.2': 'Cost of compute',
  'SAA-C03/4.3': 'Cost of databases',
  'SAA-C03/4.4': 'Cost of networks',
  'ANS-C01/1.1': 'Edge services',
  'ANS-C01/1.2': 'DNS',
  'ANS-C01/1.3': 'Load balancing',
  'ANS-C01/1.4': 'Requirements of logging and monitoring',
  'ANS-C01/1.5': 'Routing between on-premises and cloud',
  'ANS-C01/1.6': 'Routing across accounts, Regions and VPCs',
  'ANS-C01/2.1': 'Implementing hybrid routing',
  'ANS-C01/2.2': 'Implementing routing across accounts, Regions and VPCs',
  'ANS-C01/2.3': 'DNS across accounts and on-premises',
  'ANS-C01/2.4': 'Automating and configuring networks',
  'ANS-C01/3.1': 'Maintaining routing and connectivity',
  'ANS-C01/3.2': 'Monitoring and analysing traffic',
  'ANS-C01/3.3': 'Performance, reliability and cost of networks',
  'ANS-C01/4.1': 'Network security features',
  'ANS-C01/4.2': 'Validating and auditing security',
  'ANS-C01/4.3': 'Confidentiality of data and traffic',
};

/** What an objective such as `SAA-C03/2.2` is about; its id where the guides have no such task statement. */
export const objectiveTitle = (id: string): string => titles[id] ?? id;

/** Ids in the order of the guides, the broader exam first; what is in neither comes last. */
const order = new Map(Object.keys(titles).map((id, index) => [id, index]));
export const byObjective = (a: string, b: string): number =>
  (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || (a < b ? -1 : Number(a > b));
