import { operation } from '../operation';
import { string } from '../shapes';
import { checkNotOfService, getOwnAddressByIp } from './address';
import { disassociate } from './association';
import { addressErrors } from './errors';

/**
 * DisassociateAddress: take an Elastic IP off its private address; it stays allocated. A running instance with one
 * interface may get an auto-assigned public address instead.
 * Assumed: a second call is refused, with the code that AWS's error list has for an association that is gone and that production code
 * for AWS waits for, although the page calls the operation idempotent.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisassociateAddress.html
 */
export const disassociateAddress = operation({
  name: 'DisassociateAddress',
  input: { AssociationId: string, PublicIp: string },
  run(world, { AssociationId, PublicIp }) {
    if (AssociationId && PublicIp) throw addressErrors.both('association id');
    if (PublicIp && getOwnAddressByIp(world, PublicIp)) throw addressErrors.disassociateByIp();
    if (!AssociationId) throw addressErrors.neither('association id');
    const address = world.addresses.first('AssociationId', AssociationId);
    if (!address) throw addressErrors.associationNotFound(AssociationId);
    checkNotOfService(world, address);
    disassociate(world, address);
    return {};
  },
});
