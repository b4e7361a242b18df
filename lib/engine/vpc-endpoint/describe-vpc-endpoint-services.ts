import { NotModelled } from '../aws-error';
import { describeRows } from '../describe';
import { operation } from '../operation';
import { filterList, list, paged, string } from '../shapes';
import { vpcEndpointErrors } from './errors';
import { describeService, type EndpointService, endpointServices, servicesNamed } from './services';

/**
 * DescribeVpcEndpointServices: AWS's own services that an endpoint can lead to.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcEndpointServices.html
 * Not modelled: services of other accounts and Regions. Differs: it has the common ones of AWS's several hundred services.
 */
export const describeVpcEndpointServices = operation({
  name: 'DescribeVpcEndpointServices',
  input: { ServiceNames: list(string), Filters: filterList, ...paged, ServiceRegions: list(string) },
  run(world, input) {
    const { region } = world;
    if (input.ServiceRegions?.some((one) => one !== region)) {
      throw new NotModelled('endpoint services of other Regions');
    }
    const get = (name: string): EndpointService[] => {
      const services = servicesNamed(region, name);
      if (services.length === 0) throw vpcEndpointErrors.noService(name);
      return services;
    };
    const { rows, ...page } = describeRows<EndpointService>(mostResults(input), {
      ids: input.ServiceNames,
      idsParameter: 'serviceName', // Assumed: the wire name.
      get: (name) => get(name)[0] ?? never(name),
      getAll: (names) => names.flatMap(get),
      list: () => endpointServices(region),
      tags: () => [],
      least: 1,
      filters: {
        owner: () => 'amazon',
        'service-name': (service) => service.name,
        'service-region': () => region,
        'service-type': (service) => service.type,
        'supported-ip-address-types': () => 'ipv4',
      },
    });
    return {
      ServiceNames: [...new Set(rows.map(({ name }) => name))],
      ServiceDetails: rows.map((service) => describeService(region, service)),
      ...page,
    };
  },
});

const never = (name: string): never => {
  throw new Error(`${name} was found and is not there`);
};

/** Of a page of more than 1,000 AWS gives 1,000, where other describe calls refuse. Source: the API model. */
export const mostResults = <I extends { MaxResults?: number | undefined }>(input: I): I =>
  (input.MaxResults ?? 0) > 1_000 ? { ...input, MaxResults: 1_000 } : input;
