# fails: visitors-answered updates-answered still-guarded
# instead of the solution
# Adds rules to the group, which refuses nothing here.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 1024-65535 --cidr 0.0.0.0/0
