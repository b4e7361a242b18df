# fails: visitors-answered updates-answered
# Knows the ephemeral ports of Windows only.
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 replace-network-acl-entry --network-acl-id $ACL --egress --rule-number 120 --protocol tcp --port-range From=49152,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow
aws ec2 replace-network-acl-entry --network-acl-id $ACL --ingress --rule-number 120 --protocol tcp --port-range From=49152,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow
