import type { Image } from '../image/image';
import { enumeration, type InputOf, integer } from '../shapes';
import type { World } from '../world';
import { instanceErrors } from './errors';
import type { Instance, MetadataOptions } from './instance';

/** The members of RunInstances' `MetadataOptions`, which ModifyInstanceMetadataOptions shares. */
export const metadataMembers = {
  HttpTokens: enumeration('optional', 'required'),
  HttpPutResponseHopLimit: integer,
  HttpEndpoint: enumeration('disabled', 'enabled'),
  HttpProtocolIpv6: enumeration('disabled', 'enabled'),
  InstanceMetadataTags: enumeration('disabled', 'enabled'),
} as const;

/** The options that a call gives, without those it leaves alone; refuses a hop limit out of 1 to 64. */
export function givenOptions(input: InputOf<typeof metadataMembers>): Partial<MetadataOptions> {
  const { HttpTokens, HttpPutResponseHopLimit, HttpEndpoint, HttpProtocolIpv6, InstanceMetadataTags } = input;
  if (HttpPutResponseHopLimit !== undefined && (HttpPutResponseHopLimit < 1 || HttpPutResponseHopLimit > 64)) {
    throw instanceErrors.hopLimit(HttpPutResponseHopLimit);
  }
  return {
    ...(HttpTokens && { HttpTokens }),
    ...(HttpPutResponseHopLimit !== undefined && { HttpPutResponseHopLimit }),
    ...(HttpEndpoint && { HttpEndpoint }),
    ...(HttpProtocolIpv6 && { HttpProtocolIpv6 }),
    ...(InstanceMetadataTags && { InstanceMetadataTags }),
  };
}

/**
 * The options as AWS shows them: what calls gave, and for the rest what the image asks for.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
 */
export function describeMetadataOptions(world: World, instance: Instance, image: Image, launching = false): object {
  const v2 = image.ImdsSupport === 'v2.0';
  const { metadataAppliedAt: at } = instance;
  const pending = launching || at === 'start' || (at !== undefined && world.now < at);
  return {
    State: pending ? 'pending' : 'applied',
    HttpTokens: v2 ? 'required' : 'optional',
    HttpPutResponseHopLimit: v2 ? 2 : 1,
    HttpEndpoint: 'enabled',
    HttpProtocolIpv6: 'disabled',
    InstanceMetadataTags: 'disabled',
    ...instance.metadataOptions,
  };
}
