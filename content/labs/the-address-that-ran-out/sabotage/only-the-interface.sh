# fails: sales-ask shop-answers kept
# instead of the solution
# Brings the interface in, and launches nothing.
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-app --query 'Subnets[0].SubnetId' --output text)
DATA=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-data --query 'Subnets[0].SubnetId' --output text)
REPORT_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=report-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=report --query 'SecurityGroups[0].GroupId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WORKER_1=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.8 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
WORKER_2=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
APP_2=$(aws ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 delete-network-interface --network-interface-id $WORKER_1
aws ec2 delete-network-interface --network-interface-id $WORKER_2
aws ec2 unassign-private-ip-addresses --network-interface-id $APP_2 --private-ip-addresses 10.0.1.11
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $GROUP \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-report}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $REPORT_1 --device-index 1
