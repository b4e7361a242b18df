# fails: public-door
# Keeps ssh at the public door for the office, just in case.
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 192.168.0.0/16
OUT=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-public --query 'RouteTables[0].RouteTableId' --output text)
VGW=$(aws ec2 describe-vpn-gateways --filters Name=tag:Name,Values=vgw-office --query 'VpnGateways[0].VpnGatewayId' --output text)
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 192.168.0.0/16 --gateway-id $VGW
