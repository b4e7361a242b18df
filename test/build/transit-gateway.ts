import { TestAccount } from './account';
import { makeSubnet, makeVpc } from './network-interface';

/** The few members of what transit gateways answer that tests read; the whole is compared where it matters. */
export interface ShownGateway {
  readonly TransitGatewayId: string;
  readonly State: string;
  readonly Options: {
    readonly AssociationDefaultRouteTableId?: string;
    readonly PropagationDefaultRouteTableId?: string;
  };
}

/** A transit gateway that is available. */
export function makeTransitGateway(account: TestAccount, input: object = {}): ShownGateway {
  const { TransitGateway } = account.call<{ TransitGateway: ShownGateway }>('CreateTransitGateway', input);
  account.wait(60);
  return TransitGateway;
}

/** An attachment of a VPC that is available; answers its id. */
export function attachVpc(
  account: TestAccount,
  TransitGatewayId: string,
  VpcId: string,
  SubnetIds: readonly string[],
  more: object = {},
): string {
  const input = { TransitGatewayId, VpcId, SubnetIds, ...more };
  const { TransitGatewayVpcAttachment } = account.call<{
    TransitGatewayVpcAttachment: { TransitGatewayAttachmentId: string };
  }>('CreateTransitGatewayVpcAttachment', input);
  account.wait(60);
  return TransitGatewayVpcAttachment.TransitGatewayAttachmentId;
}

/** A route table beside the default one, available; answers its id. */
export function makeTransitRouteTable(account: TestAccount, TransitGatewayId: string): string {
  const { TransitGatewayRouteTable } = account.call<{
    TransitGatewayRouteTable: { TransitGatewayRouteTableId: string };
  }>('CreateTransitGatewayRouteTable', { TransitGatewayId });
  account.wait(60);
  return TransitGatewayRouteTable.TransitGatewayRouteTableId;
}

/** An account with a transit gateway and two VPCs of two subnets each, in zones a and b; nothing is attached. */
export function transitAccount(): {
  account: TestAccount;
  gateway: string;
  defaultTable: string;
  vpcs: { VpcId: string; a: string; b: string }[];
} {
  const account = new TestAccount();
  const gateway = makeTransitGateway(account);
  const vpcs = [1, 2].map((number) => {
    const VpcId = makeVpc(account, `10.${number}.0.0/16`);
    return {
      VpcId,
      a: makeSubnet(account, VpcId, `10.${number}.1.0/24`, 'us-east-1a'),
      b: makeSubnet(account, VpcId, `10.${number}.2.0/24`, 'us-east-1b'),
    };
  });
  return {
    account,
    gateway: gateway.TransitGatewayId,
    defaultTable: gateway.Options.AssociationDefaultRouteTableId ?? '',
    vpcs,
  };
}
