# fails: still-guarded
# Lets everything in.
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL --ingress --rule-number 200 --protocol -1 --cidr-block 0.0.0.0/0 --rule-action allow
