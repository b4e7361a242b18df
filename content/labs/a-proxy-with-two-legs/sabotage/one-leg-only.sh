# fails: inner-leg updates-by-proxy
# instead of the solution
# Does without the leg. Customers are served all the same; the port for updates has no place but the front.
ETH0=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.0.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
FRONT=$(aws ec2 describe-security-groups --filters Name=group-name,Values=front --query 'SecurityGroups[0].GroupId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --source-group $FRONT
aws ec2 revoke-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.0/24
aws ec2 revoke-security-group-ingress --group-id $FRONT --protocol tcp --port 3128 --cidr 0.0.0.0/0
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --source-dest-check
