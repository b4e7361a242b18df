# fails: still-guarded
# Leaves the guard to the security group.
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL --ingress --rule-number 200 --protocol -1 --cidr-block 0.0.0.0/0 --rule-action allow
aws ec2 revoke-security-group-ingress --group-id $GROUP --protocol tcp --port 22 --cidr 0.0.0.0/0
