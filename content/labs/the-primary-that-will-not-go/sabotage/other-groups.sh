# fails: clients-answered
# instead of the solution
# Thinks that a new server needs a new group, and a new group lets in nobody.
LICENCE_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=licence-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-licence --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --network-interface-ids $ENI --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=licence --query 'SecurityGroups[0].GroupId' --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text)
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 stop-instances --instance-ids $LICENCE_1
aws ec2 wait instance-stopped --instance-ids $LICENCE_1
! aws ec2 detach-network-interface --attachment-id $ETH0
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --attachment AttachmentId=$ETH0,DeleteOnTermination=false
aws ec2 terminate-instances --instance-ids $LICENCE_1
aws ec2 wait instance-terminated --instance-ids $LICENCE_1
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-lab --query 'Vpcs[0].VpcId' --output text)
NEW=$(aws ec2 create-security-group --group-name licence-new --description 'A new group for a new server' --vpc-id $VPC --query GroupId --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --groups $NEW
LICENCE_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --network-interfaces DeviceIndex=0,NetworkInterfaceId=$ENI \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=licence-2}]' --query 'Instances[0].InstanceId' --output text) \
  && aws ec2 wait instance-running --instance-ids $LICENCE_2
