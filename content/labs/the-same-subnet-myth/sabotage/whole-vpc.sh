# fails: neighbours-kept-out
# Takes the other subnet for a wall, and lets in the whole VPC.
ADMIN=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 10.0.0.0/16
