# fails: updates-by-proxy
# instead of the solution
# Makes the group of the leg and lets nobody in.
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private-a --query 'Subnets[0].SubnetId' --output text)
PROXY_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=proxy-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.0.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
FRONT=$(aws ec2 describe-security-groups --filters Name=group-name,Values=front --query 'SecurityGroups[0].GroupId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
INSIDE=$(aws ec2 create-security-group --group-name inside --description 'The inner leg of the proxy' --vpc-id $VPC --query GroupId --output text)
LEG=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $INSIDE --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=proxy-1-inside}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $LEG
aws ec2 attach-network-interface --network-interface-id $LEG --instance-id $PROXY_1 --device-index 1 && sleep 5
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --source-group $INSIDE
aws ec2 revoke-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.0/24
aws ec2 revoke-security-group-ingress --group-id $FRONT --protocol tcp --port 3128 --cidr 0.0.0.0/0
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --source-dest-check
