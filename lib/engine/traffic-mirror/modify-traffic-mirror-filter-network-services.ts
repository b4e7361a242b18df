import { operation } from '../operation';
import { enumeration, list, required, string } from '../shapes';
import { describeTrafficMirrorFilter, getTrafficMirrorFilter } from './traffic-mirror-filter';

const services = list(enumeration('amazon-dns'));

/**
 * ModifyTrafficMirrorFilterNetworkServices: whether traffic to Amazon's DNS is mirrored, which it is not by itself.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTrafficMirrorFilterNetworkServices.html
 * Assumed: what is removed and added in one call is there.
 */
export const modifyTrafficMirrorFilterNetworkServices = operation({
  name: 'ModifyTrafficMirrorFilterNetworkServices',
  input: { TrafficMirrorFilterId: required(string), AddNetworkServices: services, RemoveNetworkServices: services },
  run(world, { TrafficMirrorFilterId, AddNetworkServices = [], RemoveNetworkServices = [] }) {
    const filter = getTrafficMirrorFilter(world, TrafficMirrorFilterId);
    const kept = filter.NetworkServices.filter((service) => !RemoveNetworkServices.includes(service));
    const modified = { ...filter, NetworkServices: [...new Set([...kept, ...AddNetworkServices])] };
    world.trafficMirrorFilters.replace(modified);
    return { TrafficMirrorFilter: describeTrafficMirrorFilter(world, modified) };
  },
});
