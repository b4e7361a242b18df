# fails: ssh-by-the-back
# Lets the admin network in on every port.
ADMIN=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol all --cidr 10.0.2.0/24
