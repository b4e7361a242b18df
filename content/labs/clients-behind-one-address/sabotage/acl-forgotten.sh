# fails: staff-answered guests-kept-out neighbour-kept-out
# instead of the solution
# Names the group and leaves the ACL: it still waits for the laptops' addresses.
DOOR=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin-door --query 'SecurityGroups[0].GroupId' --output text)
STAFF=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-staff --query 'SecurityGroups[0].GroupId' --output text)
GUESTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-guests --query 'SecurityGroups[0].GroupId' --output text)
ACL=$(aws ec2 describe-network-acls --filters Name=tag:Name,Values=acl-admin --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 authorize-security-group-ingress --group-id $DOOR --protocol tcp --port 22 --source-group $STAFF
