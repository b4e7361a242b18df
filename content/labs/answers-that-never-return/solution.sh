ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)

# Answers to visitors go out to the ports that they asked from.
aws ec2 create-network-acl-entry --network-acl-id $ACL --egress --rule-number 120 --protocol tcp --port-range From=1024,To=65535 --cidr-block 0.0.0.0/0 --rule-action allow
# Answers to web-1 come in to the ports that it asked from.
aws ec2 create-network-acl-entry --network-acl-id $ACL --ingress --rule-number 120 --protocol tcp --port-range From=32768,To=61000 --cidr-block 0.0.0.0/0 --rule-action allow
