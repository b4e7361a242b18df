import { NotModelled } from '../aws-error';
import { newId, nextSequence } from '../ids';
import { ipText, parseIp } from '../ip';
import { parseIp6 } from '../ip6';
import { operation } from '../operation';
import { enumeration, integer, notModelled, required, string, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { describeCustomerGateway, deviceKey, firstExtendedAsn } from './customer-gateway';
import { customerGatewayErrors } from './errors';

/**
 * CreateCustomerGateway: tell AWS about the VPN device at the other end. The same device again answers the first gateway.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html
 * Not modelled: certificates, IPv6 addresses. Differs: ASNs that AWS has reserved in single Regions are accepted.
 */
export const createCustomerGateway = operation({
  name: 'CreateCustomerGateway',
  input: {
    BgpAsn: integer,
    PublicIp: string,
    CertificateArn: notModelled,
    Type: required(enumeration('ipsec.1')),
    TagSpecifications: tagSpecifications,
    DeviceName: string,
    IpAddress: string,
    BgpAsnExtended: integer,
  },
  run(world, input) {
    const { DeviceName } = input;
    const IpAddress = outsideAddress(input);
    const asn = asnGiven(input);
    if (DeviceName && DeviceName.length > 255) throw customerGatewayErrors.deviceName(DeviceName);
    const Tags = tagsFor(world, input.TagSpecifications, 'customer-gateway');
    const device = { IpAddress, asn, ...(DeviceName && { DeviceName }) };
    const same = world.customerGateways.first('device', deviceKey(device));
    if (same) return { CustomerGateway: describeCustomerGateway(same) };
    if (world.customerGateways.count('kept', 'kept') >= world.quotas.customerGatewaysPerRegion)
      throw customerGatewayErrors.limit();
    const row = world.customerGateways.insert({
      creation: nextSequence(world),
      CustomerGatewayId: newId(world, 'customerGateway'),
      ...device,
      Tags,
    });
    return { CustomerGateway: describeCustomerGateway(row) };
  },
});

function outsideAddress(input: { PublicIp?: string | undefined; IpAddress?: string | undefined }): string {
  if (input.PublicIp && input.IpAddress) throw customerGatewayErrors.addressTwice();
  const text = input.IpAddress || input.PublicIp;
  if (!text) throw customerGatewayErrors.noAddress();
  const ip = parseIp(text);
  if (ip !== undefined) return ipText(ip);
  if (parseIp6(text) !== undefined) throw new NotModelled('customer gateways with an IPv6 address');
  throw customerGatewayErrors.address(text);
}

function asnGiven(input: { BgpAsn?: number | undefined; BgpAsnExtended?: number | undefined }): number {
  const { BgpAsn, BgpAsnExtended } = input;
  if (BgpAsn !== undefined && BgpAsnExtended !== undefined) throw customerGatewayErrors.asnTwice();
  if (BgpAsnExtended !== undefined) {
    if (BgpAsnExtended < firstExtendedAsn || BgpAsnExtended >= 2 ** 32) throw customerGatewayErrors.asn(BgpAsnExtended);
    return BgpAsnExtended;
  }
  const asn = BgpAsn ?? 65_000;
  if (asn < 1 || asn >= firstExtendedAsn) throw customerGatewayErrors.asn(asn);
  return asn;
}
