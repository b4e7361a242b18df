# fails: same-groups
# instead of the solution
# Copies nothing: the new interface has the VPC's default group.
APP_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET_B=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-b --query 'Subnets[0].SubnetId' --output text)
OLD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=service-a --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
GROUP=$(aws ec2 describe-network-interfaces --network-interface-ids $OLD --query 'NetworkInterfaces[0].Groups[].GroupId' --output text)
! aws ec2 attach-network-interface --network-interface-id $OLD --instance-id $APP_2 --device-index 1
! aws ec2 create-network-interface --subnet-id $SUBNET_B --private-ip-address 10.0.1.50
NEW=$(aws ec2 create-network-interface --subnet-id $SUBNET_B --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=service-b}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $NEW
aws ec2 attach-network-interface --network-interface-id $NEW --instance-id $APP_2 --device-index 1
aws ec2 describe-network-interfaces --network-interface-ids $NEW --query 'NetworkInterfaces[0].Groups[].GroupName'
aws ec2 delete-network-interface --network-interface-id $OLD
