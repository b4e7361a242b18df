# fails: staff-answered guests-kept-out neighbour-kept-out
# instead of the solution
# Believes that the block was too small, and lets in all of 10.248.0.0/13 at both places.
DOOR=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin-door --query 'SecurityGroups[0].GroupId' --output text)
STAFF=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-staff --query 'SecurityGroups[0].GroupId' --output text)
GUESTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-guests --query 'SecurityGroups[0].GroupId' --output text)
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-admin --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 authorize-security-group-ingress --group-id $DOOR --protocol tcp --port 22 --cidr 10.248.0.0/13
aws ec2 replace-network-acl-entry --network-acl-id $ACL --ingress --rule-number 100 --protocol tcp --port-range From=22,To=22 \
  --cidr-block 10.248.0.0/13 --rule-action allow
