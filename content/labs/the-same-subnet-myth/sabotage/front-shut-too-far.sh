# fails: front-only-http
# Shuts http at the front as well.
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id $WEB --protocol tcp --port 80 --cidr 0.0.0.0/0
