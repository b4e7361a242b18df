# fails: guests-kept-out
# Keeps guests from the door by shutting them up altogether.
GUESTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-guests --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-egress --group-id $GUESTS --protocol all --cidr 0.0.0.0/0
