SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-app --query 'Subnets[0].SubnetId' --output text)
DATA=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-data --query 'Subnets[0].SubnetId' --output text)
REPORT_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=report-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=report --query 'SecurityGroups[0].GroupId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)

# No address is free. Who holds the eleven?
! aws ec2 create-network-interface --subnet-id $SUBNET
aws ec2 describe-subnets --subnet-ids $SUBNET --query 'Subnets[0].AvailableIpAddressCount'
aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=$SUBNET \
  --query 'NetworkInterfaces[].[Status,Description,Attachment.InstanceId,PrivateIpAddresses[].PrivateIpAddress]'

# Three of them are in no plan: two loose interfaces, and a secondary address of app-2.
WORKER_1=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.8 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
WORKER_2=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
APP_2=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 delete-network-interface --network-interface-id $WORKER_1
aws ec2 delete-network-interface --network-interface-id $WORKER_2
aws ec2 unassign-private-ip-addresses --network-interface-id $APP_2 --private-ip-addresses 10.0.1.11

# Room for what is new.
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $GROUP \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-report}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $REPORT_1 --device-index 1
SALE_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=sale-1}]' --query 'Instances[0].InstanceId' --output text)
SALE_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=sale-2}]' --query 'Instances[0].InstanceId' --output text) \
  && aws ec2 wait instance-running --instance-ids $SALE_1 $SALE_2
