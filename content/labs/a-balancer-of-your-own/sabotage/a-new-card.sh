# fails: card-handed-over shop-answered ready-for-the-next
# instead of the solution
# Makes a new card with a new Elastic IP, which no customer knows; the old one lies in a balancer that is down.
LB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=lb-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
BALANCERS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=balancers --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --source-group $BALANCERS
aws ec2 revoke-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.11/32
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=front-a --query 'Subnets[0].SubnetId' --output text)
FRONT=$(aws ec2 describe-security-groups --filters Name=group-name,Values=front --query 'SecurityGroups[0].GroupId' --output text)
NEW=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $FRONT --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $NEW
aws ec2 attach-network-interface --network-interface-id $NEW --instance-id $LB_2 --device-index 1 && sleep 5
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $NEW
