# fails: shop-answers
# Takes every secondary address for a leftover, the shop's too.
APP_1=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.6 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 unassign-private-ip-addresses --network-interface-id $APP_1 --private-ip-addresses 10.0.1.6
