# fails: visitors-answered
# A deny with a lower number comes first.
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL --egress --rule-number 105 --protocol tcp --port-range From=1024,To=32767 --cidr-block 0.0.0.0/0 --rule-action deny
