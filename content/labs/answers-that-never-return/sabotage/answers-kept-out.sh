# fails: updates-answered
# Takes away what lets the answers to web-1 in.
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-web --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 delete-network-acl-entry --network-acl-id $ACL --ingress --rule-number 120
