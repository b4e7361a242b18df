# fails: with-two-legs
# Lets in everybody at the front, since the private servers are behind another group now.
BASTION=$(aws ec2 describe-security-groups --filters Name=group-name,Values=bastion --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $BASTION --protocol tcp --port 22 --cidr 0.0.0.0/0
