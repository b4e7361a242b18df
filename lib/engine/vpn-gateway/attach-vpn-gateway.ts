import { operation } from '../operation';
import { required, string } from '../shapes';
import { getVpc } from '../vpc/vpc';
import { vpnGatewayErrors } from './errors';
import { attachingMs, getVpnGateway, vpcAttachments } from './vpn-gateway';

/**
 * AttachVpnGateway: a gateway serves one VPC, and a VPC has one gateway. Attaching it where it is again answers the attachment.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachVpnGateway.html
 */
export const attachVpnGateway = operation({
  name: 'AttachVpnGateway',
  input: { VpcId: required(string), VpnGatewayId: required(string) },
  run(world, input) {
    const { detachedFrom: _, ...row } = getVpnGateway(world, input.VpnGatewayId);
    const { VpcId } = getVpc(world, input.VpcId);
    if (row.deleted || row.detaching) throw vpnGatewayErrors.state();
    if (row.attachedTo === VpcId) return { VpcAttachment: vpcAttachments(world, row)[0] ?? {} };
    if (row.attachedTo) throw vpnGatewayErrors.attachmentLimit();
    if (world.vpnGateways.count('attachedTo', VpcId) > 0) throw vpnGatewayErrors.vpcHasOne(VpcId);
    const attached = world.vpnGateways.replace({ ...row, attachedTo: VpcId, attachedAt: world.now + attachingMs });
    return { VpcAttachment: vpcAttachments(world, attached)[0] ?? {} };
  },
});
