# fails: front-only-http
# Shuts ssh to the internet and leaves it open to the VPC.
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 10.0.0.0/16
