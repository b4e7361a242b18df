import { once, stillThere } from '../client-token';
import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { integer, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { acceptEndPoint } from './end-point';
import { networkInsightsErrors } from './errors';
import { describeNetworkInsightsPath } from './network-insights-path';
import { acceptAddress, acceptFilter, acceptPort, pathFilter } from './path-filter';

/**
 * CreateNetworkInsightsPath: a question whether one resource reaches another, to be analyzed as often as one likes.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html
 * Not modelled: endpoint services and resources of other accounts as ends of a path.
 * Differs: a call without ClientToken, which every client makes up by itself, is accepted.
 */
export const createNetworkInsightsPath = operation({
  name: 'CreateNetworkInsightsPath',
  input: {
    SourceIp: string,
    DestinationIp: string,
    Source: required(string),
    Destination: string,
    // The CLI's own example gives TCP in capitals.
    Protocol: required(string),
    DestinationPort: integer,
    TagSpecifications: tagSpecifications,
    ClientToken: { ...string, required: 'byClient' },
    FilterAtSource: pathFilter,
    FilterAtDestination: pathFilter,
  },
  run(world, input) {
    const { SourceIp, DestinationIp, DestinationPort, FilterAtSource, FilterAtDestination } = input;
    const Protocol = input.Protocol.toLowerCase();
    if (Protocol !== 'tcp' && Protocol !== 'udp') throw networkInsightsErrors.protocol(input.Protocol);
    if (FilterAtSource && SourceIp) throw networkInsightsErrors.combination('FilterAtSource', 'SourceIp');
    if (FilterAtSource && DestinationPort !== undefined)
      throw networkInsightsErrors.combination('FilterAtSource', 'DestinationPort');
    if (FilterAtDestination && DestinationIp)
      throw networkInsightsErrors.combination('FilterAtDestination', 'DestinationIp');
    if (!input.Destination && !FilterAtSource?.DestinationAddress) throw networkInsightsErrors.noDestination();
    const wanted = {
      ...(SourceIp && { SourceIp: acceptAddress(SourceIp, 'sourceIp') }),
      ...(DestinationIp && { DestinationIp: acceptAddress(DestinationIp, 'destinationIp') }),
      Protocol,
      ...(DestinationPort !== undefined && { DestinationPort: acceptPort(DestinationPort, 'destinationPort') }),
      ...(FilterAtSource && { FilterAtSource: acceptFilter(FilterAtSource, 'filterAtSource') }),
      ...(FilterAtDestination && { FilterAtDestination: acceptFilter(FilterAtDestination, 'filterAtDestination') }),
      Tags: tagsFor(world, input.TagSpecifications, 'network-insights-path'),
    } as const;
    const [pathId = ''] = once(world, 'CreateNetworkInsightsPath', input, () => {
      const source = acceptEndPoint(world, input.Source, 'source');
      const destination = input.Destination ? acceptEndPoint(world, input.Destination, 'destination') : undefined;
      const NetworkInsightsPathId = newId(world, 'networkInsightsPath');
      world.networkInsightsPaths.insert({
        creation: nextSequence(world),
        NetworkInsightsPathId,
        CreatedDate: new Date(world.now).toISOString(),
        Source: source.id,
        SourceArn: source.arn,
        ...(destination && { Destination: destination.id, DestinationArn: destination.arn }),
        ...wanted,
      });
      return [NetworkInsightsPathId];
    });
    return {
      NetworkInsightsPath: describeNetworkInsightsPath(world, stillThere(world.networkInsightsPaths.get(pathId))),
    };
  },
});
