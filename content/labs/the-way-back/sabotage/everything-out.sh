# fails: guards-in-place
# Lets shop-1 send everything again, as groups do by default.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=shop --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-egress --group-id $GROUP --protocol all --cidr 0.0.0.0/0
