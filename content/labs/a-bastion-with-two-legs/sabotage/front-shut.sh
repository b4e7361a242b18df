# fails: with-one-leg with-two-legs
# Lets in at the front only what is in the VPC, and the office has no way to either bastion.
BASTION=$(aws ec2 describe-security-groups --filters Name=group-name,Values=bastion --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $BASTION --protocol tcp --port 22 --cidr 10.0.0.0/16
aws ec2 revoke-security-group-ingress --group-id $BASTION --protocol tcp --port 22 --cidr 203.0.113.0/24
