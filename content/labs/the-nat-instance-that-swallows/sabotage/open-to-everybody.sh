# fails: still-private
# Lets everything in, from everywhere: ssh from the internet to nat-1 too.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=nat --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol all --cidr 0.0.0.0/0
