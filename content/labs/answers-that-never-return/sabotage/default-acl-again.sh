# fails: still-guarded
# Gives the subnet the default ACL again: everything works, ssh too.
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
DEFAULT=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=$VPC Name=default,Values=true --query 'NetworkAcls[0].NetworkAclId' --output text)
OLD=$(aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=$SUBNET --query 'NetworkAcls[0].Associations[0].NetworkAclAssociationId' --output text)
aws ec2 replace-network-acl-association --association-id $OLD --network-acl-id $DEFAULT
