# fails: http-answered https-answered still-private
# instead of the solution
# Opens the group for everything that the private subnet sends; the check drops it all the same.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=nat --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol all --cidr 10.0.1.0/24
