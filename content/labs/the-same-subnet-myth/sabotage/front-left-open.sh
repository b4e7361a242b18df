# fails: front-only-http
# Leaves ssh open at the front.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 22 --cidr 0.0.0.0/0
